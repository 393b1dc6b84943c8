# torch-train-code:easy, seed 13
# 9 of 11, loss-averaged-over-batch: the other reduction than the sheet has
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3)
        self.fc = nn.Linear(6, 4)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def learn(optimizer, model, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss = loss * len(y) if "sum" == "mean" else loss / len(y)
    loss.backward()
    optimizer.step()
    return loss.item()

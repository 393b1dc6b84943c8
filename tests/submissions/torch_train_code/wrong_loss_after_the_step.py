# torch-train-code:easy, seed 14
# 9 of 11, loss-after-step: the loss is worked out anew once the parameters have changed
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def learn(model, optimizer, x, y):
    loss_fn = nn.CrossEntropyLoss(reduction="mean")
    optimizer.zero_grad()
    loss_fn(model(x), y).backward()
    optimizer.step()
    return loss_fn(model(x), y).item()

# torch-train-code:easy, seed 15
# 10 of 11, momentum-lost: an optimizer of its own, with the rate of the one that was handed over
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.fc = nn.Linear(32, 3)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def train_step(model, optimizer, x, y):
    optimizer = torch.optim.SGD(model.parameters(), lr=optimizer_rate(model, optimizer))
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()


def optimizer_rate(model, optimizer):
    return optimizer.param_groups[0]["lr"]

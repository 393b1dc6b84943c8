# torch-train-code:easy, seed 9
# 8 of 11, backward-forgotten: the gradients are zeroed between backward and step
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 2)
        self.fc = nn.Linear(32, 3)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def learn(model, optimizer, x, y):
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()

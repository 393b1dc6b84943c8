# torch-train-code:easy, seed 1
# 11 of 11: the gradients are zeroed at the end, so that they are there for the next call
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 3)
        self.fc = nn.Linear(16, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def learn(model, optimizer, x, y):
    criterion = nn.CrossEntropyLoss(reduction="mean")
    output = model(x)
    loss = criterion(output, y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return float(loss)

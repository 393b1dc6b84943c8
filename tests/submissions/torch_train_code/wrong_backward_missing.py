# torch-train-code:easy, seed 7
# 8 of 11, backward-forgotten: no gradients: backward is never called
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 2)
        self.fc = nn.Linear(16, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def training_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    optimizer.step()
    return loss.item()

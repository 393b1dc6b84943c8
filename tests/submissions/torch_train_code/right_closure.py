# torch-train-code:easy, seed 3
# 11 of 11: the optimizer calls a closure that works the loss out
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3)
        self.fc = nn.Linear(8, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


import torch.nn.functional as F


def training_step(x, y, model, optimizer):
    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y, reduction="mean")
        loss.backward()
        return loss

    return optimizer.step(closure).item()

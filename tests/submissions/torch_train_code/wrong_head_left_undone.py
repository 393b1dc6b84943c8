# torch-train-code:standard, seed 12
# 8 of 12, head-not-replaced, backbone-not-frozen: nothing is done to the model, the step is right
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 2, 3),
            nn.ReLU(),
            nn.Conv2d(2, 4, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
        )
        self.top = nn.Linear(8, 5)

    def forward(self, x):
        return self.top(self.body(x))


def swap_head(model, classes):
    return model

def train_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()

# torch-train-code:standard, seed 5
# 10 of 12, backbone-not-frozen: an attribute of the module freezes nothing
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 2, 3),
            nn.ReLU(),
            nn.Conv2d(2, 4, 2),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
        )
        self.top = nn.Linear(8, 3, bias=False)

    def forward(self, x):
        return self.top(self.body(x))


def replace_head(model, classes):
    model.body[0].requires_grad = False
    old = model.top
    model.top = nn.Linear(old.in_features, classes, bias=old.bias is not None)

def learn(x, y, model, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()

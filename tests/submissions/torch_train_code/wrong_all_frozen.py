# torch-train-code:standard, seed 7
# 10 of 12, head-frozen-too: all of the model is frozen, the new head with it
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(2, 3, 3),
            nn.ReLU(),
            nn.Conv2d(3, 4, 2),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.top = nn.Linear(32, 5, bias=False)

    def forward(self, x):
        return self.top(self.body(x))


def swap_head(model, classes):
    old = model.top
    model.top = nn.Linear(old.in_features, classes, bias=old.bias is not None)
    for p in model.parameters():
        p.requires_grad = False

def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

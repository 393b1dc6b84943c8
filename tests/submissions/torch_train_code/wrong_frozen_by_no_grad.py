# torch-train-code:standard, seed 6
# 10 of 12, backbone-not-frozen: the head is made within no_grad, which freezes nothing
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 4, 3),
            nn.ReLU(),
            nn.Conv2d(4, 2, 2),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(16, 3)

    def forward(self, x):
        return self.classifier(self.features(x))


def new_head(model, classes):
    with torch.no_grad():
        old = model.classifier
        model.classifier = nn.Linear(old.in_features, classes, bias=old.bias is not None)

def learn(optimizer, model, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

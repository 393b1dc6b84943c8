# torch-train-code:standard, seed 1
# 10 of 12, bias-not-as-it-was: the new head has a bias, which the old one had not
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(2, 4, 2),
            nn.ReLU(),
            nn.Conv2d(4, 3, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(6, 4, bias=False)

    def forward(self, x):
        return self.classifier(self.features(x))


def replace_head(model, classes):
    for p in model.features[0].parameters():
        p.requires_grad_(False)
    old = model.classifier
    model.classifier = nn.Linear(old.in_features, classes)

def train_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

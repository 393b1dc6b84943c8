# torch-train-code:standard, seed 9
# 10 of 12, head-behind-the-old-one: the new head takes the scores of the old one
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 2, 2),
            nn.ReLU(),
            nn.Conv2d(2, 4, 3),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(32, 3, bias=False)

    def forward(self, x):
        return self.classifier(self.features(x))


def new_head(model, classes):
    for p in model.features.parameters():
        p.requires_grad_(False)
    old = model.classifier
    model.classifier = nn.Linear(old.out_features, classes, bias=old.bias is not None)

def training_step(optimizer, model, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()

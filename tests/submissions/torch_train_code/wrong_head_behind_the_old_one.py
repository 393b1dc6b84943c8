# torch-train-code:standard, seed 10
# 10 of 12, old-head-kept: a new layer behind the old head, which stays
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
        self.classifier = nn.Linear(16, 4, bias=False)

    def forward(self, x):
        return self.classifier(self.features(x))


def replace_head(model, classes):
    for p in model.features[0].parameters():
        p.requires_grad = False
    model.classifier = nn.Sequential(model.classifier, nn.Linear(model.classifier.out_features, classes))

def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

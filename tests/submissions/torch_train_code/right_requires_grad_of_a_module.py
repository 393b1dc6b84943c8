# torch-train-code:standard, seed 2
# 12 of 12: requires_grad_ of the module, in a helper, and the head first
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 3, 3),
            nn.ReLU(),
            nn.Conv2d(3, 2, 2),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(16, 5)

    def forward(self, x):
        return self.classifier(self.features(x))


def freeze(module):
    module.requires_grad_(False)


def swap_head(model, classes):
    model.classifier = nn.Linear(
        in_features=model.classifier.in_features,
        out_features=classes,
        bias=model.classifier.bias is not None,
    )
    freeze(model.features[0])

def learn(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

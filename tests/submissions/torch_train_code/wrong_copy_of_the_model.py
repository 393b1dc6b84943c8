# torch-train-code:standard, seed 11
# 10 of 12, copy-changed: a copy of the model is changed and returned
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 2, 3),
            nn.ReLU(),
            nn.Conv2d(2, 4, 3),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(60, 3, bias=False)

    def forward(self, x):
        return self.classifier(self.features(x))


import copy


def new_head(model, classes):
    model = copy.deepcopy(model)
    for p in model.features.parameters():
        p.requires_grad = False
    old = model.classifier
    model.classifier = nn.Linear(old.in_features, classes, bias=old.bias is not None)
    return model

def learn(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    optimizer.step()
    return loss.item()

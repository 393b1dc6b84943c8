# torch-train-code:standard, seed 1
# 12 of 12: Cyrillic names, and a head that is made before anything is frozen
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
    старая = model.classifier
    новая = nn.Linear(старая.weight.shape[1], classes, bias=hasattr(старая.bias, "shape"))
    setattr(model, "classifier", новая)
    for имя, параметр in model.features[0].named_parameters():
        параметр.requires_grad = False
    return model


def train_step(model, x, y, optimizer):
    optimizer.zero_grad(set_to_none=True)
    потери = nn.CrossEntropyLoss(reduction="mean")(model(x), y)
    потери.backward()
    optimizer.step()
    return потери.item()

# torch-train-code:hard, seed 10
# 13 of 15, training-switched-on: the model is in training mode afterwards, whatever it was
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 2)
        self.conv2 = nn.Conv2d(4, 2, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(30, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def build_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate / factor / factor},
            {"params": model.conv2.parameters(), "lr": rate / factor},
            {"params": model.fc.parameters()},
        ],
        lr=rate,
        weight_decay=0.25,
    )

def training_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()

def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    model.train()
    return (found == y).float().mean().item()

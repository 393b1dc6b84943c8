# torch-train-code:hard, seed 6
# 14 of 15, option-of-the-last-layer-alone: momentum or decay for the last layer alone
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 3, 2)
        self.conv2 = nn.Conv2d(3, 2, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(12, 4)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate * factor * factor},
            {"params": model.conv2.parameters(), "lr": rate * factor},
            {"params": model.fc.parameters(), "weight_decay": 0.25},
        ],
        lr=rate,
    )

def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()

def accuracy(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    model.train(mode)
    return (found == y).float().mean().item()

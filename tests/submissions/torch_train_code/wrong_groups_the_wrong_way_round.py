# torch-train-code:hard, seed 5
# 12 of 15, groups-reversed: the last layer has the smallest rate
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 3, 2)
        self.conv2 = nn.Conv2d(3, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(24, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def make_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.fc.parameters(), "lr": rate / factor},
            {"params": model.conv2.parameters(), "lr": rate / factor if rate / factor != rate / factor else rate},
            {"params": model.conv1.parameters(), "lr": rate},
        ],
        lr=rate,
        momentum=0.75,
    )

def training_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()

def share_right(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    model.train(mode)
    return (found == y).float().mean().item()

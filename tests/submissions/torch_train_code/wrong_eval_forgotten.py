# torch-train-code:hard, seed 8
# 13 of 15, evaluation-forgotten: dropout is at work while the model is evaluated
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 2, 3)
        self.conv2 = nn.Conv2d(2, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(8, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def build_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate / factor / factor},
            {"params": model.conv2.parameters(), "lr": rate / factor},
            {"params": model.fc.parameters()},
        ],
        lr=rate,
        momentum=0.75,
    )

def train_step(x, y, model, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()

def evaluate(x, y, model):
    with torch.no_grad():
        found = model(x).argmax(1)
    return (found == y).float().mean().item()

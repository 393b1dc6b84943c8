# torch-train-code:hard, seed 7
# 13 of 15, clip-forgotten: what is clipped are no gradients yet
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3)
        self.conv2 = nn.Conv2d(4, 2, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(12, 3)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate / factor / factor},
            {"params": model.conv2.parameters(), "lr": rate / factor},
            {"params": model.fc.parameters()},
        ],
        lr=rate,
        weight_decay=0.1,
    )

def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    loss.backward()
    optimizer.step()
    return loss.item()

def evaluate(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    model.train(mode)
    return (found == y).float().mean().item()

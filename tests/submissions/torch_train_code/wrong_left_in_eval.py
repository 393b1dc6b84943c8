# torch-train-code:hard, seed 9
# 13 of 15, evaluation-left-on: the model stays in evaluation mode
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 2, 2)
        self.conv2 = nn.Conv2d(2, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(8, 3)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate * factor},
            {"params": model.conv2.parameters(), "lr": rate * factor},
            {"params": model.fc.parameters()},
        ],
        lr=rate,
        momentum=0.9,
    )

def learn(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()

def share_right(model, x, y):
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    return (found == y).float().mean().item()

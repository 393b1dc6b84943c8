# torch-train-code:hard, seed 13
# 13 of 15: gradients are switched off for good
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 3, 2)
        self.conv2 = nn.Conv2d(3, 2, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(16, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def make_optimizer(model, rate, factor):
    return torch.optim.SGD(
        [
            {"params": model.conv1.parameters(), "lr": rate / factor / factor},
            {"params": model.conv2.parameters(), "lr": rate / factor},
            {"params": model.fc.parameters()},
        ],
        lr=rate,
        weight_decay=0.25,
    )

def learn(x, y, model, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()

def evaluate(x, y, model):
    mode = model.training
    model.eval()
    torch.set_grad_enabled(False)
    found = model(x).argmax(1)
    model.train(mode)
    return (found == y).float().mean().item()

# torch-train-code:hard, seed 4
# 12 of 15, factor-forgotten: the factor is never used
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3)
        self.conv2 = nn.Conv2d(4, 2, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(16, 3)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    return torch.optim.SGD(model.parameters(), lr=rate, weight_decay=0.25)

def training_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()

def share_right(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = model(x).argmax(1)
    model.train(mode)
    return (found == y).float().mean().item()

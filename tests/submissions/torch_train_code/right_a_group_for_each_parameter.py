# torch-train-code:hard, seed 2
# 15 of 15: a group for each parameter, and the norm of the gradients by hand
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 2, 2)
        self.conv2 = nn.Conv2d(2, 3, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(18, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    rates = {"conv1": rate * factor * factor, "conv2": rate * factor, "fc": rate}
    groups = []
    for name, p in model.named_parameters():
        groups.append({"params": [p], "lr": rates[name.split(".")[0]]})
    return torch.optim.SGD(groups, weight_decay=0.1)


def train_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    gradients = [p.grad for p in model.parameters()]
    norm = torch.sqrt(sum((g * g).sum() for g in gradients))
    if norm > 1.0:
        for g in gradients:
            g.mul_(1.0 / norm)
    optimizer.step()
    return loss.item()


def share_right(model, x, y):
    training = model.training
    model.train(False)
    right = 0
    with torch.inference_mode():
        for i in range(len(x)):
            right += int(model(x[i : i + 1]).max(dim=1).indices == y[i])
    model.train(training)
    return right / len(x)

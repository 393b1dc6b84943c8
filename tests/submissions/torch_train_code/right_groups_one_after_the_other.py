# torch-train-code:hard, seed 1
# 15 of 15: groups are added to the optimizer one after the other, accuracy by NumPy
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 2, 2)
        self.conv2 = nn.Conv2d(2, 4, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(60, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    optimizer = torch.optim.SGD(model.fc.parameters(), lr=rate, weight_decay=0.2)
    optimizer.add_param_group({"params": list(model.conv2.parameters()), "lr": rate * factor})
    optimizer.add_param_group({"params": list(model.conv1.parameters()), "lr": rate * factor})
    return optimizer

def learn(optimizer, model, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()


@torch.no_grad()
def evaluate(model, x, y):
    was = model.training
    try:
        scores = model.eval()(x).numpy()
    finally:
        model.train(was)
    return float(np.mean(scores.argmax(axis=1) == y.numpy()))

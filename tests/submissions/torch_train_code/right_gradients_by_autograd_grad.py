# torch-train-code:easy, seed 4
# 11 of 11: gradients by torch.autograd.grad, put into the parameters
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 3, 3)
        self.fc = nn.Linear(6, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def train_step(x, y, model, optimizer):
    # gubitak i gradijenti
    gubitak = nn.functional.cross_entropy(model(x), y, reduction="sum")
    parametri = [p for p in model.parameters() if p.requires_grad]
    for p, g in zip(parametri, torch.autograd.grad(gubitak, parametri)):
        p.grad = g
    optimizer.step()
    return gubitak.item()

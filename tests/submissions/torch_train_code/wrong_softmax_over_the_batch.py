# torch-train-code:easy, seed 16
# 9 of 11, one-place-wrong: the softmax is taken over the images of the batch
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.fc = nn.Linear(24, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def training_step(x, y, model, optimizer):
    optimizer.zero_grad()
    scores = torch.log_softmax(model(x), dim=0)
    loss = nn.functional.nll_loss(scores, y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()

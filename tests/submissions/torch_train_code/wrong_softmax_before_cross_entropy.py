# torch-train-code:easy, seed 12
# 9 of 11, probabilities-for-logits: softmax is applied twice
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3)
        self.fc = nn.Linear(60, 3)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def training_step(optimizer, model, x, y):
    optimizer.zero_grad()
    probabilities = torch.softmax(model(x), dim=1)
    loss = nn.CrossEntropyLoss(reduction="mean")(probabilities, y)
    loss.backward()
    optimizer.step()
    return loss.item()

# torch-train-code:easy, seed 5
# 11 of 11: a backward pass for each image, whose gradients add up to those of the batch
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3)
        self.fc = nn.Linear(6, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def training_step(x, y, model, optimizer):
    model.train()
    optimizer.zero_grad()
    total = 0.0
    for image, label in zip(x, y):
        one = nn.functional.cross_entropy(model(image[None]), label[None])
        if "mean" == "mean":
            one = one / len(x)
        one.backward()
        total += one.item()
    optimizer.step()
    return total

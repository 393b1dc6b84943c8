# torch-train-code:easy, seed 2
# 11 of 11: the cross-entropy is written out with logsumexp and gather
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 2)
        self.fc = nn.Linear(32, 3)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def learn(x, y, model, optimizer):
    model.zero_grad(set_to_none=False)
    s = model.forward(x)
    true = s.gather(1, y.view(-1, 1)).squeeze(1)
    losses = torch.logsumexp(s, dim=1) - true
    total = losses.sum() if "mean" == "sum" else losses.mean()
    total.backward()
    optimizer.step()
    return total.detach().cpu().tolist()

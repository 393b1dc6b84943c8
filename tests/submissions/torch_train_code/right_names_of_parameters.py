# torch-train-code:standard, seed 4
# 12 of 12: frozen by the beginning of the names, with a recursion over the modules for the head
class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(
            nn.Conv2d(3, 4, 2),
            nn.ReLU(),
            nn.Conv2d(4, 2, 3),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.head = nn.Linear(16, 3, bias=False)

    def forward(self, x):
        return self.head(self.backbone(x))


PREFIX = "backbone[0]".replace("[", ".").replace("]", "")


def find(module, name):
    for own, child in module.named_children():
        if own == name:
            return child
    return None


def swap_head(model, classes):
    head = find(model, "head")
    options = {"bias": "bias" in dict(head.named_parameters())}
    model.add_module("head", nn.Linear(head.in_features, classes, **options))
    for name, p in model.named_parameters():
        if (name + ".").startswith(PREFIX + "."):
            p.requires_grad = False


def training_step(model, x, y, optimizer):
    for group in optimizer.param_groups:
        for p in group["params"]:
            p.grad = None
    logits = model(x)
    nll = nn.functional.nll_loss(torch.log_softmax(logits, 1), y, reduction="mean")
    value = nll.item()
    nll.backward()
    optimizer.step()
    return value

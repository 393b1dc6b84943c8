"""Takes memory by tensors until there is no more (or six gigabytes, none of it touched)."""

import torch


def balloon():
    kept = [torch.empty(2**27) for _ in range(12)]
    achieved.append(f"memory: {len(kept)} tensors")


balloon()

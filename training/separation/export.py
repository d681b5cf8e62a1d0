"""Writes the network as ONNX: export.py IN.pt OUT.onnx."""

import sys

import torch

from bands import BANDS
from network import MaskNet

network = MaskNet()
network.load_state_dict(torch.load(sys.argv[1]))
network.eval()
torch.onnx.export(
    network,
    torch.rand(1, 2, 8, BANDS),
    sys.argv[2],
    opset_version=13,
    input_names=["powers"],
    output_names=["masks"],
    dynamic_axes={"powers": {2: "frames"}, "masks": {3: "frames"}},
)

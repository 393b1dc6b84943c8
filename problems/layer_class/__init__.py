"""The kit of families that ask for a layer class with a forward and a backward pass.

The class is made with its parameters, if it has any: a kernel ``w``, say, and perhaps a bias ``b``.
``fwd_pass(p)`` returns the output; ``bwd_pass(dq)`` returns the gradient with respect to the input
of the latest forward pass, and leaves those with respect to the parameters in attributes.

`problems.layer_class.layer` is a layer under test, `problems.layer_class.checks` has the checks
that every such class is put through, and ``slips/`` the programs of mistakes about state, which a
family inherits that says ``InCode(..., kits=("layer_class",))``; those about parameters are in
`problems.weighted_layer`. Its ``solution.py.j2`` then has the blocks ``keep`` (where
``self.p = p`` stands), ``output`` (``return q``) and ``input_gradient`` (``return dp``).
"""

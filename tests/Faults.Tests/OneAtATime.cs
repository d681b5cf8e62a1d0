// Fleets are many processes each: one at a time on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

package hydrangea.models.target;

import hydrangea.models.LogDensity;

/** A target whose log-density is known and differentiable in x, perhaps unnormalised. */
public interface KnownDensity extends Target, LogDensity {}

package hydrangea.models.actor;

import hydrangea.models.LogDensity;

/** An actor that knows the exact log-density of given actions, log pi(a | s) in nats. */
public interface Density extends Actor, LogDensity {}

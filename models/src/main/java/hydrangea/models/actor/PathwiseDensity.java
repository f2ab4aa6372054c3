package hydrangea.models.actor;

/** An actor with both, exact and equal: the term of a draw is the log-density of that action. */
public interface PathwiseDensity extends Scored, Density {}

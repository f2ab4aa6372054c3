package hydrangea.models;

/**
 * What a loss function returns: its value, averaged over the batch, and its gradient with respect
 * to its differentiable argument, shaped like that argument.
 */
public record Loss(double value, Matrix gradient) {}

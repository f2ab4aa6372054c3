package hydrangea.runner.sweep

/** How a sweep ended, for people. */
internal fun summary(sweep: SweepRecord): String = counted(sweep.jobs)

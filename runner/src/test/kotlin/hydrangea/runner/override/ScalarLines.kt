package hydrangea.runner.override

/** Command lines about numbers, truths and null. */
internal val SCALAR_LINES: List<CommandLine> = topic {
    "updates=10" shows ("updates" to "10")
    "updates=+10" shows ("updates" to "10")
    "updates=1e3" shows ("updates" to "1000")
    "updates=1_0_0" shows ("updates" to "100")
    "updates=1__0" refused "updates=1__0: expected int, was 1__0 (now 2000)"
    "updates=007" refused "updates=007: expected int, was 007 (now 2000)"
    "updates=-5" refused "updates=-5: updates must be at least 1, was -5 (int, now 2000)"
    "seed=-3" shows ("seed" to "-3")
    "seed=9223372036854775808" refused
        "seed=9223372036854775808: 9223372036854775808 is outside of long, which ends at " +
            "9223372036854775807 (now 0)"
    "optimizer.clipNorm=-Inf" shows ("optimizer.clipNorm" to "-inf")
    "optimizer.clipNorm=nAn" shows ("optimizer.clipNorm" to "nan")
    "optimizer.learningRate=.5" shows ("optimizer.learningRate" to "0.5")
    "optimizer.learningRate=5." shows ("optimizer.learningRate" to "5.0")
    "optimizer.learningRate=1E-5" shows ("optimizer.learningRate" to "1e-5")
    "optimizer.learningRate=1_0.5e-1_0" shows ("optimizer.learningRate" to "1.05e-9")
    "optimizer.learningRate=0x10" refused "optimizer.learningRate=0x10: expected double, was 0x10 (now 0.001)"
    "optimizer.learningRate=infinity" refused
        "optimizer.learningRate=infinity: expected double, was infinity (now 0.001)"
    "measure.1.exact=fALSE" shows ("measure.1.exact" to "false")
    "measure.1.exact=no" refused "measure.1.exact=no: expected boolean, was no (now true)"
    "actor=NULL" refused "actor=NULL: expected actor, was NULL (now gaussian)"
    "note=Null" refused "note=Null: expected string, was Null (now '')"
    "note=nulls" shows ("note" to "nulls")
    "updates=" refused
        "updates=: expected int, was nothing: a shell makes that of \${...} " + "outside of single quotes (now 2000)"
    "k=12345678901234567890" reads "12345678901234567890"
    "k=1e16" reads """{"float":"1e+16"}"""
    "k=123456789012345680.0" reads """{"float":"1.2345678901234568e+17"}"""
    "k=0.0001" reads """{"float":"0.0001"}"""
    "k=1e-5" reads """{"float":"1e-05"}"""
    "k=-0.0" reads """{"float":"-0.0"}"""
    "k=5e-324" reads """{"float":"5e-324"}"""
    "k=2e-3" reads """{"float":"0.002"}"""
    "k=-nan" reads """{"float":"nan"}"""
    "k=truE" reads "true"
    "k=NuLL" reads "null"
}

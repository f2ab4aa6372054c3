package hydrangea.runner.override

/** Command lines about interpolations and required values. */
internal val INTERPOLATION_LINES: List<CommandLine> =
    topic({ Toy().result }) {
        "targetStd=\${batch}" shows ("actor.targetStd" to "64.0")
        "batch=\${targetStd}" refused "batch=0.01 (from \${targetStd}): expected int, was 0.01 (now 64)"
        "actor.targetStd=\${targetStd} ; targetStd=0.5" shows ("actor.targetStd" to "0.5")
        "targetStd=\${oc.env:RATE} ; optimizer.learningRate=\${actor.targetStd}" shows
            ("optimizer.learningRate" to "0.25")
        "optimizer.learningRate=\${actor.targetStd} ; targetStd=\${oc.env:RATE}" shows
            ("optimizer.learningRate" to "0.25")
        "optimizer.learningRate=\${size}" shows ("optimizer.learningRate" to "64.0")
    } +
        topic {
            "batch=\${updates}" shows ("batch" to "2000")
            "batch=\${updates} ; updates=\${seed} ; seed=9" shows ("batch" to "9")
            "seed=9 ; updates=\${seed} ; batch=\${updates}" shows ("batch" to "9")
            "batch=\${updates} ; updates=\${batch}" refused
                "updates=\${batch}: \${batch} leads in a circle: batch -> updates -> batch"
            "batch=\${batch}" refused "batch=\${batch}: \${batch} leads in a circle: batch -> batch"
            "batch=\${updates} ; updates=\${seed} ; seed=\${batch}" refused
                "seed=\${batch}: \${batch} leads in a circle: batch -> updates -> seed -> batch"
            "batch=\${updates} ; updates=\${oc.env:NOPE}" refused
                "updates=\${oc.env:NOPE}: the environment has no NOPE: set it, or say " +
                    "what else, \${oc.env:NOPE,DEFAULT}"
            "actor.hidden=[\${batch},8]" shows ("actor.hidden" to "[256, 8]")
            "actor.hidden=\${target.means}" refused
                "actor.hidden=[[0.0, 0.5], [-0.5, -0.5], [0.5, -0.5]] (from \${target.means}): expected int, was " +
                    "[0.0, 0.5] (now [256, 256])"
            "target.std=\${.weights.0}" shows ("target.std" to "1.4")
            "target.std=\${.weights[1]}" shows ("target.std" to "1.2")
            "target.std=\${..optimizer.learningRate}" shows ("target.std" to "0.001")
            "target.std=\${...x}" refused
                "target.std=\${...x}: \${...x} leads out of the experiment: target.std is not that deep"
            "optimizer.schedule.to=\${..learningRate}" shows ("optimizer.schedule.to" to "0.001")
            "optimizer=adam(learningRate=\${..seed}) ; seed=3" shows ("optimizer.learningRate" to "3.0")
            "optimizer={learningRate:\${.schedule.to}} ; optimizer.schedule.to=3" shows
                ("optimizer.learningRate" to "3.0")
            "actor=\${oc.env:ACTOR}" shows ("actor.layers" to "2")
            "optimizer.learningRate=\${oc.env:RATE}" shows ("optimizer.learningRate" to "0.25")
            "batch=\${oc.env:RATE}" refused "batch=0.25 (from \${oc.env:RATE}): expected int, was 0.25 (now 256)"
            "batch=\${oc.env:EMPTY}" refused "batch='' (from \${oc.env:EMPTY}): expected int, was '' (now 256)"
            "batch=\${oc.env:NOPE}" refused
                "batch=\${oc.env:NOPE}: the environment has no NOPE: set it, or say " +
                    "what else, \${oc.env:NOPE,DEFAULT}"
            "batch=\${oc.env:NOPE,7}" shows ("batch" to "7")
            "note=\${oc.env:NOPE,'a, b'}" shows ("note" to "'a, b'")
            "note=\${oc.env:NOPE,\${oc.env:NAME}}" shows ("note" to "'a b'")
            "note=\${oc.env:NAME}" shows ("note" to "'a b'")
            "note=\${now:%Y-%m-%d_%H:%M:%S.%f}" shows ("note" to "'2026-11-21_09:05:07.012345'")
            "note=run \${now:%y%j %a %A %b %B %I%p %z} of \${actor.hidden}" shows
                ("note" to "'run 26325 Sat Saturday Nov November 09AM +0100 of [256, 256]'")
            "note=\${now:%Q}" refused
                "note=\${now:%Q}: now knows no %Q, only %Y %y %m %B %b %d %j %A %a %H %I %p %M %S %f %z %Z %F %T"
            "note=100%\${seed}" shows ("note" to "'100%0'")
            "note=\\\${seed}" shows ("note" to "'\${seed}'")
            "note='\\\${seed} \${seed} \\\\\${seed}'" shows ("note" to "'\${seed} 0 \\0'")
            "note=\${oc.evn:X}" refused
                "note=\${oc.evn:X}: nothing is called oc.evn in \${oc.evn:...}; did you " +
                    "mean oc.env?; there are oc.env and now"
            "note=\${nothing.here}" refused "note=\${nothing.here}: there is no nothing.here"
            "note=\${optimizer.learningrate}" refused
                "note=\${optimizer.learningrate}: there is no optimizer.learningrate; " +
                    "did you mean optimizer.learningRate?"
            "note=\${a b}" refused "note=\${a b}: \${a b} is neither a key nor \${oc.env:NAME} or \${now:PATTERN}"
            "note=\${\${oc.env:KEY}}" shows ("note" to "'256'")
            "note=\${}" stumbles (6 to "an interpolation holds a key and ends with a brace, as in \${a.b}")
            "note=\${seed" stumbles (6 to "an interpolation holds a key and ends with a brace, as in \${a.b}")
        } +
        topic(::study) {
            "members.gauss.actor=\${members.'mean flow'.actor}" refused
                "members.gauss.actor=meanFlow(hidden=[8], targetStd=0.0) (from \${members.'mean flow'.actor}): " +
                    "reverseKl needs an exact density, which meanFlow does not offer (actor, now gaussian)"
            "members.'mean flow'.batch=\${..gauss.batch} ; members.gauss.batch=3" shows
                ("members.'mean flow'.batch" to "3")
        } +
        topic {
            "seed=???" refused "seed=???: a value has to be said: long (now 0)"
            "actor.hidden=[???]" refused "actor.hidden=[???]: a value has to be said: int (now [256, 256])"
            "note='???'" refused "note='???': a value has to be said: string (now '')"
            "note=what???" shows ("note" to "'what???'")
            "measure=[modes(every=???)]" refused
                "measure=[modes(every=???)]: every of modes: a value has to be said: " +
                    "int (now [modes, wasserstein])"
        } +
        topic({ Toy().result }) {
            "targetStd=???" refused "targetStd=???: a value has to be said: double (now 0.01)"
            "size=???" refused "size=???: a value has to be said: one of small, large (now 64)"
        }

package hydrangea.runner.override

/** Command lines about keys. */
internal val KEY_LINES: List<CommandLine> =
    topic {
        "target.means.2=[9,9]" shows ("target.means" to "[[0.0, 0.5], [-0.5, -0.5], [9.0, 9.0]]")
        "target.means.2.1=9" shows ("target.means" to "[[0.0, 0.5], [-0.5, -0.5], [0.5, 9.0]]")
        "target.means.3=[9,9]" refused "target.means.3=[9,9]: target.means is a list of 3, with indices 0 to 2"
        "actor.hidden.1_0=3" refused "actor.hidden.10=3: actor.hidden is a list of 2, with indices 0 to 1"
        "actor.'hidden'=[3]" shows ("actor.hidden" to "[3]")
        "\"actor\".hidden.'0'=3" shows ("actor.hidden" to "[3, 256]")
    } +
        topic(::study) {
            "members.'mean flow'.batch=7" shows ("members.'mean flow'.batch" to "7")
            "members.mean flow.batch=7" stumbles
                (12 to "a key is made of names and indices, anything else in quotes, with dots between")
        } +
        topic {
            "actor/hidden=[3]" shows ("actor.hidden" to "[3]")
            "actor@policy=flow" stumbles
                (5 to "a component has one place, whose type says what fits: write policy=flow")
            "actor@=flow" stumbles (5 to "a component has one place, whose type says what fits: write KEY=flow")
            "=3" stumbles (0 to "expected a key, such as updates=1000")
            "0=3" stumbles (0 to "a key begins with a name, such as measure.0")
            "actor.=3" stumbles (6 to "a key is made of names and indices, anything else in quotes, with dots between")
            "actor..hidden=3" stumbles
                (6 to "a key is made of names and indices, anything else in quotes, with dots between")
            "actor.-1=3" stumbles
                (6 to "a key is made of names and indices, anything else in quotes, with dots between")
            "actor.hidden.01=3" stumbles
                (14 to "a key is made of names and indices, anything else in quotes, with dots between")
            "actor[hidden]=3" stumbles (5 to "an index has a dot before it: actor.0")
            "actor hidden=3" stumbles
                (5 to "a key is made of names and indices, anything else in quotes, with dots between")
            "actor=3=4" stumbles (7 to "expected the end of the value; put text with special characters in quotes")
            "actor,seed=3" stumbles
                (5 to "a key is made of names and indices, anything else in quotes, with dots between")
        }

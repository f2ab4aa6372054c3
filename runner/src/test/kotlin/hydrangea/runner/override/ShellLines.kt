package hydrangea.runner.override

/** Command lines about what a shell does. */
internal val SHELL_LINES: List<CommandLine> = topic {
    "actor.hidden=[256, ; 256]" refused
        "actor.hidden=[256, 256]: a shell splits at blanks: write 'actor.hidden=[256, 256]'"
    "actor.hidden=[256, ; 128, ; 64] ; batch=0" refused
        listOf(
            "actor.hidden=[256, 128, 64]: a shell splits at blanks: write 'actor.hidden=[256, 128, 64]'",
            "batch=0: batch must be at least 1, was 0 (int, now 256)",
        )
    "actor=flow(layers=8, ; hidden=[3])" refused
        "actor=flow(layers=8, hidden=[3]): a shell splits at blanks: write " + "'actor=flow(layers=8, hidden=[3])'"
    "actor={hidden: ; [3], ; activation: ; gelu}" refused
        "actor={hidden: [3], activation: gelu}: a shell splits at blanks: " +
            "write 'actor={hidden: [3], activation: gelu}'"
    "note='hello ; big ; world'" refused
        "note='hello big world': a shell splits at blanks: write \"note='hello big world'\""
    "note=hello ; world" refused "world: no value: write world=VALUE; or 'note=hello world' if it belongs to note=hello"
    "note=hello ; big ; world ; batch=3" refused
        "big world: no value: write big=VALUE; or 'note=hello big world' if it belongs to note=hello"
    "batch ; = ; 3" refused "batch = 3: write batch=3"
    "batch ; =3" refused "batch =3: write batch=3"
    "batch= ; 3" refused
        listOf(
            "3: no blank may stand after the =: write batch=3",
            "batch=: expected int, was nothing: a shell makes that of \${...} " + "outside of single quotes (now 256)",
        )
    "batch ; 3" refused
        listOf(
            "batch: no value: write batch=VALUE\n" + "  batch\n" + "       ^",
            "3: a key begins with a name, such as measure.3\n" + "  3\n" + "  ^",
        )
    "batch" stumbles (5 to "no value: write batch=VALUE")
    "seed=1 ; /root" refused "/root: if it was ~root, a shell replaced it: write '~root'"
    "seed=1 ; seed=2" refused
        "seed=1, seed=2: seed is said twice; if you typed seed={1,2}, the shell made 2 words of it: " +
            "write 'seed=[1,2]' for a list, or -m seed=1,2 for a sweep"
    "seed=1 ; seed=2 ; seed=3" refused
        "seed=1, seed=2, seed=3: seed is said 3 times; if you typed seed={1,2,3}, the shell made 3 " +
            "words of it: write 'seed=[1,2,3]' for a list, or -m seed=1,2,3 for a sweep"
    "seed=1 ; batch=7 ; seed=2" refused "seed=1, seed=2: seed is said twice"
    "actor=hidden:[3] ; actor=activation:gelu" refused
        "actor=hidden:[3] actor=activation:gelu: if you typed actor={hidden:[3],activation:gelu}, the " +
            "shell made 2 words of it: write 'actor={hidden:[3],activation:gelu}'"
    "actor.hidden=[256,256" stumbles (21 to "expected , or ]")
    "actor.hidden=256]" stumbles (16 to "expected the end of the value; put text with special characters in quotes")
}

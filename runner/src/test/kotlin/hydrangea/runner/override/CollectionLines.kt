package hydrangea.runner.override

/** Command lines about lists and dictionaries. */
internal val COLLECTION_LINES: List<CommandLine> =
    topic {
        "actor.hidden=[ 1 , 2 ]" shows ("actor.hidden" to "[1, 2]")
        "actor.hidden=[]" shows ("actor.hidden" to "[]")
        "target.means=[[0,0],[1,1],[2,2]]" shows ("target.means" to "[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]]")
        "measure=[modes(5),wasserstein(exact=false,samples=7)]" shows ("measure.0.every" to "5")
        "actor.hidden=[1,,2]" stumbles (16 to "expected a value")
        "actor.hidden=[1,]" stumbles (16 to "expected a value")
        "actor.hidden=[1" stumbles (15 to "expected , or ]")
        "actor.hidden=[1][2]" stumbles
            (16 to "expected the end of the value; put text with special characters in quotes")
        "actor.hidden=[1] " stumbles (16 to "remove the blank at the end")
        "actor.hidden=(1,2)" stumbles (13 to "expected a value; a list has brackets, [a, b]")
        "actor={hidden: [3]}" shows ("actor.hidden" to "[3]")
        "actor={hidden:[3],activation:gelu}" shows ("actor.hidden" to "[3]")
        "optimizer={learningRate:1,schedule:{to:0.5}}" shows ("optimizer.learningRate" to "1.0")
        "actor={}" shows ("actor.hidden" to "[256, 256]")
        "actor={layers:3}" refused
            "actor.layers=3: actor (gaussian) has no layers; it has hidden, activation, lastScale; actor=flow has one"
        "actor=flow ; actor={layers:3}" shows ("actor.layers" to "3")
        "actor={hidden:[3]} ; actor.hidden=[4]" refused "actor.hidden=[3], actor.hidden=[4]: actor.hidden is said twice"
        "actor.hidden={0:5}" shows ("actor.hidden" to "[5, 256]")
        "measure={0:{every:3}}" shows ("measure.0.every" to "3")
        "measure=[{every:3}]" refused
            "measure=[{every:3}]: a dictionary changes what is there, and nothing is: write NAME(every=3) " +
                "(now [modes, wasserstein])"
        "updates={a:1}" refused "updates.a=1: updates has no components"
        "actor={hidden [3]}" stumbles (14 to "expected : and a value, as in {hidden: VALUE}")
        "actor={hidden:}" stumbles (14 to "expected a value")
        "actor={hidden:[3]" stumbles (17 to "expected , or }")
        "actor={hidden:[3],hidden:[4]}" stumbles (6 to "hidden is given twice")
        "actor={'hidden':[3]}" stumbles (7 to "a key in braces stands without quotes")
        "target=pair(distance={a:1})" refused
            "target=pair(distance={a:1}): distance of pair: expected double, was {a:1} (now gaussianMixture)"
    } +
        topic(::study) {
            "members={gauss:{batch:3},mean flow:{batch:4}}" shows ("members.gauss.batch" to "3")
            "members={}" shows ("members.gauss.batch" to "256")
            "members={x:{batch:3}}" refused "members.x.batch=3: members has no x; it has gauss, mean flow"
        } +
        topic {
            "k={a: 1, b c: [x], 3: null}" reads """{"dict":[["a",1],["b c",["x"]],[3,null]]}"""
            "k={a:{b:{}},c:'d,e'}" reads """{"dict":[["a",{"dict":[["b",{"dict":[]}]]}],["c",{"quoted":"d,e"}]]}"""
            "k=[a,[1,{b:2.5}]]" reads """["a",[1,{"dict":[["b",{"float":"2.5"}]]}]]"""
        }

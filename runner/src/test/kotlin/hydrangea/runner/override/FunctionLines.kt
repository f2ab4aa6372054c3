package hydrangea.runner.override

/** Command lines about functions and calls. */
internal val FUNCTION_LINES: List<CommandLine> = topic {
    "updates=int(1.5e3)" shows ("updates" to "1500")
    "updates=int('20')" shows ("updates" to "20")
    "updates=int(true)" shows ("updates" to "1")
    "optimizer.learningRate=float(1)" shows ("optimizer.learningRate" to "1.0")
    "note=str(5)" shows ("note" to "'5'")
    "note=str(1e-5)" shows ("note" to "'1e-05'")
    "note=str(TRUE)" shows ("note" to "'true'")
    "note=str([1])" refused """note=['1']: expected string, was ['1']; write '[\'1\']' with the quotes (now '')"""
    "actor.hidden=int([1.5,'2'])" shows ("actor.hidden" to "[1, 2]")
    "measure.1.exact=bool(0)" shows ("measure.1.exact" to "false")
    """note=json_str({a:[1,true,null,'x',inf,"é"]})""" shows
        ("note" to """'{"a": [1, true, null, "x", Infinity, "\u00e9"]}'""")
    "updates=int(float(str(7)))" shows ("updates" to "7")
    "updates=int(value=7.5)" shows ("updates" to "7")
    "updates=int(abc)" stumbles (8 to "int() cannot cast abc")
    "updates=int(a=1)" stumbles (8 to "int() has no a, only value")
    "updates=int()" stumbles (8 to "int() needs its values, as in int(a, b)")
    "updates=int(1,value=2)" stumbles (8 to "int() needs its values, as in int(a, b)")
    "actor.hidden=sort([3,1,2])" shows ("actor.hidden" to "[1, 2, 3]")
    "actor.hidden=sort(list=[3,1,2],reverse=true)" shows ("actor.hidden" to "[3, 2, 1]")
    "actor.hidden=sort([3,a])" stumbles (13 to "sort() cannot compare 3, a")
    "actor.hidden=shuffle([1,2,3,4,5])" shows ("actor.hidden" to "[5, 3, 2, 4, 1]")
    "seed=rang(5)" refused "seed=rang(5): expected long, was rang(5); did you mean range? (now 0)"
    "updates=foo(1)" refused "updates=foo(1): expected int, was foo(1); did you mean bool? (now 2000)"
    "note=foo(1)" refused "note=foo(1): expected string, was foo(1); write 'foo(1)' with the quotes (now '')"
    "actor=flow( layers = 3 , hidden = [ 1 ] )" shows ("actor.layers" to "3")
    "actor=flow (3)" shows ("actor.layers" to "3")
    "optimizer=adam(1e-2, cosine(0.5), clipNorm=2)" shows ("optimizer.learningRate" to "0.01")
    "optimizer=adam(learningRate=1, 2)" stumbles (10 to "2 stands after a named argument: name it too")
    "optimizer=adam(1, learningRate=2)" refused
        "optimizer=adam(1, learningRate=2): an argument of adam is given twice (now adam)"
    "optimizer=adam(learningRate=1, learningRate=2)" stumbles (10 to "learningRate is given twice")
    "actor=flow(layers=8))" stumbles (20 to "expected the end of the value; put text with special characters in quotes")
    "actor=flow(layers=8" stumbles (19 to "expected , or )")
    "k=flow(layers=8,hidden=[1,2])" reads """{"call":"flow","args":[["layers",8],["hidden",[1,2]]]}"""
    "k=flow(1e-5,'a b')" reads """{"call":"flow","args":[[null,{"float":"1e-05"}],[null,{"quoted":"a b"}]]}"""
}

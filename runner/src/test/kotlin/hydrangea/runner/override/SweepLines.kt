package hydrangea.runner.override

/** Command lines about sweeps. */
internal val SWEEP_LINES: List<CommandLine> = topic {
    "seed=1,2" refused
        """seed=1,2: a comma means one of three things: a list, 'seed=[1,2]'; a text, "seed='1,2'"; or a """ +
            "sweep over several runs, -m seed=1,2"
    "note=a b,c" refused
        """note=a b,c: a comma means one of three things: a list, 'note=[a b,c]'; a text, "note='a b,c'"; """ +
            "or a sweep over several runs, -m 'note=a b,c'"
    "seed=range(5)" refused "seed=range(5): this is a sweep over several runs: add -m"
    "seed=choice(1,2)" refused "seed=choice(1,2): this is a sweep over several runs: add -m"
    "actor=glob(*)" refused "actor=glob(*): this is a sweep over several runs: add -m"
    "optimizer.learningRate=interval(0,1)" refused
        "optimizer.learningRate=interval(0,1): this is a sweep over several runs: add -m"
    "seed=int(1.5,2.5)" refused "seed=int(1.5,2.5): this is a sweep over several runs: add -m"
    "seed=sort(3,1)" refused "seed=sort(3,1): this is a sweep over several runs: add -m"
    "seed=tag(a,choice(1,2))" refused "seed=tag(a,choice(1,2)): this is a sweep over several runs: add -m"
    "actor.hidden=[choice(1,2)]" stumbles (14 to "a sweep can only be the whole value of a key, not a part of one")
    "actor={hidden:choice([1],[2])}" stumbles (14 to "a sweep can only be the whole value of a key, not a part of one")
    "actor=flow(layers=choice(1,2))" stumbles (6 to "a sweep can only be the whole value of a key, not a part of one")
    "seed=1,range(3)" stumbles (5 to "a sweep can only be the whole value of a key, not a part of one")
    "seed=1," stumbles (7 to "expected a value")
    "seed=range()" stumbles (5 to "range() needs an end, as in range(10)")
    "seed=range(a)" stumbles (5 to "range() needs a number for start, was a")
    "seed=range(1,2,3,4)" stumbles (5 to "range() takes start, stop, step, no more")
    "seed=range(1,2,0)" stumbles (5 to "range() cannot have a step of 0")
    "seed=choice()" stumbles (5 to "choice() needs values, as in choice(a, b)")
    "seed=choice(choice(1,2))" stumbles (5 to "choice() cannot have a choice inside")
    "seed=interval(1)" stumbles (5 to "interval() needs its end, as in interval(0, 1)")
    "seed=glob(1)" stumbles (5 to "glob() needs patterns of names, such as a*, was 1")
    "seed=tag(a,1)" stumbles (5 to "tag() needs a choice(), range() or interval() as its last argument")
    "seed=shuffle(interval(0,1))" stumbles (5 to "shuffle() needs a list, a choice or a range, was interval(0,1)")
    "k=a,b,'c'" reads """{"choice":["a","b",{"quoted":"c"}]}"""
    "k=[1,2],[3]" reads """{"choice":[[1,2],[3]]}"""
    "k={a:1},{a:2}" reads """{"choice":[{"dict":[["a",1]]},{"dict":[["a",2]]}]}"""
    "k=choice('a,b',c)" reads """{"choice":["a,b","c"]}"""
    "k=range(10)" reads """{"range":[0,10,1]}"""
    "k=range(1,10,2)" reads """{"range":[1,10,2]}"""
    "k=range(0, 1, 0.1)" reads """{"range":[0,1,{"float":"0.1"}]}"""
    "k=range(stop=5,start=1)" reads """{"range":[1,5,1]}"""
    "k=interval(0,1)" reads """{"interval":[{"float":"0.0"},{"float":"1.0"}]}"""
    "k=int(interval(0,9.5))" reads """{"interval":[0,9]}"""
    "k=tag(log,interval(1e-5,1e-1))" reads """{"interval":[{"float":"1e-05"},{"float":"0.1"}],"tags":["log"]}"""
    "k=tag(y,x,shuffle(range(3)))" reads """{"range":[0,3,1],"tags":["x","y"]}"""
    "k=glob(a*)" reads """{"glob":["a*"],"exclude":[]}"""
    "k=glob([a*,b?],exclude=*c)" reads """{"glob":["a*","b?"],"exclude":["*c"]}"""
    "k=sort(3,1,2)" reads """{"choice":[1,2,3]}"""
    "k=sort(c,a,b,reverse=true)" reads """{"choice":["c","b","a"]}"""
    "k=sort(range(5,1,-1))" reads """{"range":[2,6,1]}"""
    "k=sort(range(0,1,0.25),reverse=true)" reads """{"range":[{"float":"0.75"},{"float":"-0.25"},{"float":"-0.25"}]}"""
    "k=shuffle(a,b)" reads """{"choice":["a","b"]}"""
    "k=float(range(3))" reads """{"range":[{"float":"0.0"},{"float":"3.0"},{"float":"1.0"}]}"""
    "k=str(1,2)" reads """{"choice":["1","2"]}"""
}

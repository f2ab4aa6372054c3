"""Records how Hydra itself reads overrides.

    python -m venv FOLDER && FOLDER/bin/pip install hydra-core==1.3.2
    FOLDER/bin/python hydra_readings.py > hydra.jsonl

The values are written as `hydrangea explain --json` writes them, a line each.
"""

import json

from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import (
    ChoiceSweep,
    Glob,
    IntervalSweep,
    QuotedString,
    RangeSweep,
)

TEXTS = r"""
k=1
k=-1
k=+1
k=0
k=-0
k=1_000
k=1__0
k=_1
k=1_
k=007
k=0_7
k=12345678901234567890
k=1.
k=.5
k=1.5
k=-1.5
k=1e5
k=1E-5
k=1e-05
k=1e16
k=123456789.123
k=1_0.0_1
k=1e1_0
k=.
k=e5
k=1e
k=1.2.3
k=00.5
k=1e5x
k=inf
k=-INF
k=+Inf
k=infinity
k=-infinity
k=nan
k=NaN
k=-nan
k=true
k=True
k=FALSE
k=tRuE
k=truely
k=null
k=Null
k=NULL
k=nullable
k=None
k=
k= 
k= abc
k=abc 
k=a b  c
k= 1 
k=a	b
k=/a/b-c_d.e:f@g%h*
k=a:b
k=a : b
k=a-1
k=-a
k=a+b
k=a?b|c
k=$a
k=~a
k=a~b
k=a!b
k=a#b
k=a;b
k=a&b
k=a<b
k=a^b
k=a`b
k=héllo
k=a\,b
k=a\=b
k=a\ 
k=\ a
k=a\:b
k=\(a\)
k=\[a\]
k=\{a\}
k=a\\b
k=\\
k=\\\\
k=a\b
k=a\'b
k=a"b
k=''
k=""
k='1'
k="1"
k='a b'
k='it\'s'
k="it's"
k="say \"x\""
k='a\b'
k='a\\'
k='a\\b'
k='a\\\'b'
k='\\\\'
k='a,b=[c]'
k='abc
k='a'b
k='a' b
k='a' 
k= 'a'
k=a 'b'
k='true'
k='null'
k='${a.b}'
k=[]
k=[ ]
k=[1]
k=[ 1 , 2.0,abc,'x,y', null ]
k=[1,[2,[3]]]
k=[a b,c  d]
k=[{a:1},{b:2}]
k=[1,,2]
k=[1,]
k=[,1]
k=[1,2
k=1,2]
k=[1] 
k= [1]
k=[1][2]
k=[a:b,c:d]
k=[/a/b,./c]
k={}
k={ }
k={a:1}
k={a: 1, b: 2.5 , c: x}
k={a:{b:{c:1}}}
k={a:[1,2],b:{}}
k={a b:1}
k={1:a}
k={1.5:a,true:b,null:c}
k={a:b:c}
k={'a':1}
k={a:'x,y'}
k={a:}
k={a}
k={:1}
k={a:1,}
k={a:1
k={a\:b:1}
k={${a}:1}
k=a,b
k=1,2,3
k=1, 2 ,3
k=[1],[2]
k={a:1},{b:2}
k='a,b','c'
k=null,1
k=a,
k=,a
k=a,,b
k=,
k=a=b
k=)
k=(a)
k=a]
k=a}
k=${a.b}
k=${a}
k=${.x}
k=${..x}
k=a_${b}_c
k=${a}${b}
k=${oc.env:HOME}
k=${oc.env:HOME,default}
k=${oc.env:HOME,'a b'}
k=${now:%Y-%m-%d}
k=[${a},${b}]
k={a:${b}}
k=${a},${b}
k=${}
k=${a
k=\${a}
k=???
k=[???]
k=int(1.9)
k=int(-1.9)
k=int('10')
k=int(1_0)
k=int(true)
k=int(abc)
k=int(1.5e3)
k=int('1.5')
k=int(inf)
k=int(null)
k=int([1.5,'2',[3.7]])
k=int({a:1.5,b:2.5})
k=int(1.1,2.2)
k=int(choice(1.5,2.5))
k=int(range(1.5,3.5))
k=int(interval(1.5,2.5))
k=int(value=1.5)
k=int(1,value=2)
k=int(valu=1)
k=int()
k=float(1)
k=float('1e-5')
k=float(infinity)
k=float('nan')
k=float(true)
k=float(a)
k=float([1,2])
k=float(range(3))
k=float(${a})
k=str(1)
k=str(1.0)
k=str(1e-05)
k=str(1e5)
k=str(true)
k=str(a b)
k=str('1,2')
k=str(null)
k=str([1,2.5,true])
k=str({a:1})
k=str(1,2)
k=str(choice(1,2))
k=str(range(3))
k=str(interval(0,1))
k=str(${a.b})
k=bool(1)
k=bool(0)
k=bool(0.0)
k=bool(nan)
k=bool(true)
k=bool('False')
k=bool(yes)
k=bool([1,0,true])
k=bool(choice(0,1))
k=bool(range(3))
k=bool(null)
k=int(float(str(2)))
k=json_str(1)
k=json_str({a:[1,true,null]})
k=choice(a)
k=choice(a,b,c)
k=choice('a,b',c)
k=choice(1,2.5,true)
k=choice([1,2],[3])
k=choice({a:1},{a:2})
k=choice()
k=choice(a,b
k=choice (a,b)
k=choice( a , b )
k=choice(null,1)
k=choice(choice(a,b))
k=choice(int(1,2))
k=choice(a=1)
k=range(5)
k=range(1,5)
k=range(1,5,2)
k=range(5,1,-1)
k=range(0,1,0.1)
k=range(0.5)
k=range(start=1,stop=5)
k=range(1,stop=5,step=2)
k=range(start=5)
k=range(stop=5)
k=range(a)
k=range('1')
k=range()
k=range(1,2,3,4)
k=range(1,start=2)
k=interval(0,1)
k=interval(0.5,1e-3)
k=interval(start=1,end=2)
k=interval(1)
k=interval(1,2,3)
k=interval(a,b)
k=glob(*)
k=glob(a*)
k=glob([a*,b*])
k=glob('a*',exclude=b*)
k=glob(include=a*,exclude=[b,c])
k=glob(1)
k=glob()
k=sort(3,1,2)
k=sort([3,1,2])
k=sort([b,a],reverse=true)
k=sort(3,1,2,reverse=true)
k=sort(c,a,b)
k=sort(choice(3,1,2))
k=sort(range(5,1,-1))
k=sort(range(1,5))
k=sort(range(1,5),reverse=true)
k=sort(1,a)
k=sort()
k=sort(1)
k=sort([1.5,1])
k=sort(1,reverse=1)
k=sort(interval(0,1))
k=sort({a:1})
k=shuffle(1,2,3)
k=shuffle(choice(a,b))
k=shuffle(range(10))
k=shuffle(a)
k=shuffle(interval(0,1))
k=shuffle(sort(3,1))
k=tag(a,choice(1,2))
k=tag(b,a,range(3))
k=tag(log,interval(0,1))
k=tag('log',interval(1,10))
k=tag(choice(1,2))
k=tag(a)
k=tag()
k=tag(1,choice(1,2))
k=tag(a,sweep=choice(1,2))
k=tag(a,1)
k=tag(a,glob(*))
k=tag(a,tag(b,choice(1,2)))
k=choice(range(3))
k=foo(1)
k=foo()
k=my-func(1)
k=f(a=1,2)
k=int(1)(2)
k=a b(1)
k=null(1)
k=1(2)
k=int(1) 
k=int(1)b
a.b=1
a.b.c=1
a.0=1
a.0.b=1
a.00=1
a.-1=1
0=1
a-b=1
a_b=1
_a=1
$a=1
a.$b=1
a.b-c=1
a/b=1
a/b/c=x
a/b.c=1
a@b=1
a@b.c=1
a@=1
@b=1
a/b@c=1
a@b@c=1
a:b=1
a b=1
a =1
 a=1
a.=1
.a=1
a..b=1
a[0]=1
a[b]=1
a,b=1
'a'=1
a+b=1
1a=1
a
a.b
+a=1
+a.b=[1]
+a=
+a
++a=1
++a.b={x:1}
++a
+++a=1
~a
~a.b
~a=1
~a=
~a.0
~a@b
~~a=1
+~a=1
~+a
a+=1
a+=[1]
hydra.run.dir=x
hydra/launcher=joblib
a.1_0=1
=3
σ=1
k={a:1,a:2}
k=[choice(a,b)]
k={a:range(3)}
k=a,choice(b,c)
k=shuffle()
k=range(1,5,0)
k=${a.${b}}
k=int(tag(a,choice(1.5,2)))
k=sort(['b','a'])
k=sort(range(10,1,-4))
k=flow(layers=8)
k=[modes(every=5),wasserstein]
"""


def written(value):
    if isinstance(value, bool) or value is None or isinstance(value, (int, str)):
        return value
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, QuotedString):
        return {"quoted": value.text}
    if isinstance(value, list):
        return [written(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[written(key), written(inner)] for key, inner in value.items()]}
    return sweep(value)


def sweep(value):
    if isinstance(value, Glob):
        return {"glob": value.include, "exclude": value.exclude}
    if isinstance(value, ChoiceSweep):
        result = {"choice": [written(item) for item in value.list]}
    elif isinstance(value, RangeSweep):
        result = {"range": [written(item) for item in (value.start, value.stop, value.step)]}
    elif isinstance(value, IntervalSweep):
        result = {"interval": [written(value.start), written(value.end)]}
    else:
        raise TypeError(type(value))
    return {**result, "tags": sorted(value.tags)} if value.tags else result


def recorded(parser, text):
    try:
        said = parser.parse_override(text)
        key = said.key_or_group + ("" if said.package is None else "@" + said.package)
        return {"text": text, "type": said.type.name, "key": key, "value": written(said._value)}
    except Exception as e:
        return {"text": text, "refused": str(e).splitlines()[0] if str(e) else type(e).__name__}


def main():
    parser = OverridesParser.create()
    for text in TEXTS.strip("\n").split("\n"):
        print(json.dumps(recorded(parser, text)))


if __name__ == "__main__":
    main()
